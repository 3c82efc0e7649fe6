// Babel serves Taro's two builds only; jest transforms with swc, cloud functions with esbuild.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
}
