import path from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'

/** What nearly every control of ours is given, as the value that a template takes where none is sent. */
const usual = {
  View: { 'hover-stay-time': '80' },
  Button: { 'hover-class': "'button-pressed'" },
  Input: { type: "'text'", 'cursor-spacing': '80' },
  Textarea: {
    'placeholder-class': "'input-placeholder'",
    'cursor-spacing': '80',
    'auto-height': 'true',
    'disable-default-padding': 'true',
  },
}

type Template = NonNullable<TaroPlatformBase['template']>

/**
 * A Taro plugin for the mini-program: the view draws the same from less. A node without a name is known by what it
 * has, its id is `s`, an element with one text holds it itself, and an attribute that is not sent has its usual value.
 * `leanRuntime.ts` leaves out what the templates know.
 */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: TaroPlatformBase) {
      const { template } = platform
      if (!template) return
      template.mergeComponents(ctx, usual)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'leanRuntime.ts')].flat()
      const { buildTemplate, buildBaseComponentTemplate, buildXScript } = template
      template.buildTemplate = (components) => lean(buildTemplate(components), template)
      template.buildBaseComponentTemplate = (extension) =>
        buildBaseComponentTemplate(extension).replace("'tmpl_0_' + i.nn", "xs.a(0, i, '')")
      template.buildXScript = () =>
        buildXScript().replace(
          'a: function (l, n, s) {',
          `${unticked}a: function (l, node, s) {${guess(template)}`,
        )
    },
  })
}

const numberOf = ({ componentsAlias }: Template, name: string): string => componentsAlias[name]._num

function lean(wxml: string, template: Template): string {
  const { view } = template.componentsAlias
  const number = (name: string) => numberOf(template, name)
  // a view that can be touched shows it; a silent one has a template of another number
  const hover = new RegExp(
    `(<template name="tmpl_\\d+_${number('view')}">\\s*<view hover-class="\\{\\{i\\.\\w+\\|\\|)'none'`,
    'g',
  )
  const changed = wxml
    .replaceAll('xs.a(0, item.nn, ', 'xs.a(0, item, ')
    .replaceAll('xs.a(c, item.nn, ', 'xs.a(c, item, ')
    .replaceAll(`i.nn === '${number('#text')}'`, `xs.a(0, i, '') === 'tmpl_0_${number('#text')}'`)
    .replaceAll(hover, "$1'pressed'")
    .replaceAll('i.sid', 'i.s')
    .replaceAll('wx:key="sid"', 'wx:key="s"')
    .replaceAll('wx:for="{{i.cn}}"', 'wx:for="{{i.cn||[]}}"')
    .replaceAll(`{{i.${view.ariaChecked}}}`, `{{xs.k(i.${view.ariaChecked},i.${view.ariaRole})}}`)
  return (
    changed +
    changed
      .split(/(?=<template )/)
      .map(wordsOf)
      .join('')
  )
}

/** The form of a template for an element that holds its text itself; empty for one that cannot. */
function wordsOf(wxml: string): string {
  const [, number = '', element = '', tag = ''] =
    /^<template name="tmpl_0_(\w+)">\s*(<(view|text|button) [^>]*>)/.exec(wxml) ?? []
  return tag && `\n<template name="tmpl_0_${number}_words">\n  ${element}{{i.v}}</${tag}>\n</template>\n`
}

/** A radio or a checkbox that is not said to be checked is not. */
const unticked = `k: function (checked, role) {
    return checked === undefined && (role === 'radio' || role === 'checkbox') ? 'false' : checked
  },
  `

/** The first lines of `xs.a`, which says what template draws a node. */
function guess(template: Template): string {
  const { view, text } = template.componentsAlias
  const number = (name: string) => `'${numberOf(template, name)}'`
  const role = `node.${view.ariaRole}`
  const spoken = ['ariaLabel', 'ariaHidden', 'ariaLive'].map((name) => `node.${view[name]}`)
  return `
    var words = node.v !== undefined && node.v !== null
    var n = node.nn
    if (!n) {
      if (node.${text.ariaHidden} !== undefined) n = ${number('static-text')}
      else if (node.s && ['button', 'link', 'radio', 'checkbox'].indexOf(${role}) > -1) n = ${number('view')}
      else if (${[role, ...spoken].join(' || ')}) n = ${number('static-view')}
      else n = words && !node.cl ? ${number('#text')} : ${number('pure-view')}
    }
    if (words && n !== ${number('#text')}) return 'tmpl_0_' + n + '_words'`
}
