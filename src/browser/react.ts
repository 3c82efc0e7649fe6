import 'react-dom/client'

export const bringTaro = () => import(/* webpackChunkName: "taro" */ './taro')
