export default app({});
