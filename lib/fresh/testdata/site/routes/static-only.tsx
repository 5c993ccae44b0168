export default () => <p>No island</p>;
