// A container's own question to itself: is it ready? The path to ask may be given.
const [path = '/health/ready'] = process.argv.slice(2);
fetch(`http://127.0.0.1:${process.env.PORT}${path}`).then(
  (response) => process.exit(response.ok ? 0 : 1),
  () => process.exit(1),
);
