// Taro's packages have no types for what its build imports by itself.
declare module '@tarojs/components/global.css'
declare module '@tarojs/plugin-framework-react/dist/runtime' {
  export const createReactApp: unknown
}
