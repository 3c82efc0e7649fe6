/// <reference types="@tarojs/taro" />

declare module '*.scss'
declare module '*.png' {
  const url: string
  export default url
}

declare namespace NodeJS {
  interface ProcessEnv {
    /** The platform a file is built for; a constant in the output. */
    TARO_ENV?: 'weapp' | 'h5'
  }
}
