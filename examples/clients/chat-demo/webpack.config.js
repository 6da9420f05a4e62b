// The build of AWS's chat demonstration with one more file in front, and with our outputs of its stack. Run it in apps/chat.
const path = require("path");

const demo = path.resolve();
const { NormalModuleReplacementPlugin } = require(path.join(demo, "node_modules/webpack"));
const config = require(path.join(demo, "webpack.config.js"));

module.exports = {
  ...config,
  context: demo,
  devtool: false,
  entry: [path.join(__dirname, "fake.js"), ...config.entry],
  resolve: { ...config.resolve, modules: [path.join(demo, "node_modules")] },
  plugins: [
    ...config.plugins,
    new NormalModuleReplacementPlugin(/appconfig\.json$/, path.join(__dirname, "appconfig.json")),
  ],
};
