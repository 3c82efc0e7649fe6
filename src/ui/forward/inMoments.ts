import Taro from '@tarojs/taro'

const fromMoments = 1154

/** Whether WeChat shows the page by itself, as opened from moments: then it reads nothing from the cloud. */
export const inMoments = (): boolean => Taro.getLaunchOptionsSync().scene === fromMoments
