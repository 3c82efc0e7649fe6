/** A picture that is saved, or looked at for a screenshot. */
export const albumText = {
  saved: '图片已经存到下载文件夹。',
  save: '存到手机相册',
  refuse: '不用了，我看大图',
  refused: '没有存到相册。可以点「看大图」后截屏，或者在微信设置里允许存到相册，再试一次。',
  failed: '图片没有做好。可以截屏，或者在电脑上打开网页打印。',
  look: '看大图',
  openSetting: '打开设置，允许存到相册',
} as const
