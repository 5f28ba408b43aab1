export default { cores: [] };
