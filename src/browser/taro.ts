/** What Taro begins an app with in a browser. Its own code at the start of the app, in app.config, asks for the same. */
export { createReactApp } from '@tarojs/plugin-framework-react/dist/runtime'
export { createRouter } from '@tarojs/router'

export const bringApp = () => import(/* webpackChunkName: "app" */ './app')
