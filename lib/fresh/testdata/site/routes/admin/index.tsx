export default () => <p>Admin</p>;
