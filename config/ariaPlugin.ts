import path from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'
import type { AriaAttributes } from './ariaAttributes'

/**
 * A Taro plugin that binds the given aria attributes in the WXML templates and in the runtime's alias table.
 * It does nothing on H5, where there are no templates and the DOM has the attributes. The table comes as an
 * option because Taro compiles a plugin's own file, but not what it imports.
 */
export default (ctx: IPluginContext, { attributes }: { attributes: AriaAttributes }) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: TaroPlatformBase) {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, attributes)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'ariaRuntime.ts')].flat()
    },
  })
}
