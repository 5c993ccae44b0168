export const Card = () => <p>No route</p>;
