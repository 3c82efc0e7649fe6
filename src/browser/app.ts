// before our own styles, which stand above Taro's
import '@tarojs/components/global.css'
import '../app'

/** Taro puts its own code in place of app.config: it makes the router, which shows the page of the address. */
export const bringRouter = () => import(/* webpackChunkName: "router" */ '../app.config')
