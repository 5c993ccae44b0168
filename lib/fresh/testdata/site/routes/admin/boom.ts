export const handler = () => {
  throw new Error("another secret");
};
