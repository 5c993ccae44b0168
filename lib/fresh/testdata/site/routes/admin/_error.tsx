export default () => <p class="error">Admin error</p>;
