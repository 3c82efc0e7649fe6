import path from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'
import spokenWords from './spokenWords.json'

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
 * has; its id is `s`, its children are `c`, and the root is `r`. An element with one text holds it itself, an attribute
 * that is not sent has its usual value, and what assistive technology is told comes as a code. `leanRuntime.ts` leaves
 * out what the templates know.
 */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: TaroPlatformBase) {
      const { template } = platform
      if (!template) return
      template.mergeComponents(ctx, usual)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'leanRuntime.ts')].flat()
      const { buildTemplate, buildPageTemplate, buildBaseComponentTemplate, buildXScript } = template
      template.buildTemplate = (components) => lean(buildTemplate(components), template)
      template.buildPageTemplate = (...given) => buildPageTemplate(...given).replace('root:root', 'root:r')
      template.buildBaseComponentTemplate = (extension) =>
        buildBaseComponentTemplate(extension).replace("'tmpl_0_' + i.nn", "xs.a(0, i, '')")
      template.buildXScript = () =>
        buildXScript()
          .replace('a: function (l, n, s) {', `${said}${held}a: function (l, node, s) {${guess(template)}`)
          .replace('f: function (l, n) {', "f: function (l, number) {\n    var n = '' + number")
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
  const plain = new RegExp(
    `(<template name="tmpl_\\d+_${number('pure-view')}">\\s*<view [^>]*)\\{\\{i\\.cl\\}\\}`,
    'g',
  )
  const changed = wxml
    .replaceAll('xs.a(0, item.nn, ', 'xs.a(0, item, ')
    .replaceAll('xs.a(c, item.nn, ', 'xs.a(c, item, ')
    .replaceAll(`i.nn === '${number('#text')}'`, `xs.a(0, i, '') === 'tmpl_0_${number('#text')}'`)
    .replaceAll(hover, "$1'pressed'")
    .replaceAll('i.sid', 'i.s')
    .replaceAll('wx:key="sid"', 'wx:key="s"')
    .replaceAll('wx:for="{{i.cn}}"', 'wx:for="{{i.c||[]}}"')
    .replaceAll('{{root.cn}}', '{{root.c||[]}}')
    .replaceAll(/ aria-(?!label)(\w+)="\{\{i\.(\w+)\}\}"/g, (_, name, key) =>
      name === 'checked'
        ? ` aria-checked="{{xs.k(i.${key},i.${view.ariaRole})}}"`
        : ` aria-${name}="{{xs.t(i.${key})}}"`,
    )
  return (
    changed.replace(plain, '$1{{xs.m(i.cl)}}') +
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

const words = Object.fromEntries(Object.entries(spokenWords).map(([word, code]) => [code, word]))
const ticked = [spokenWords.radio, spokenWords.checkbox]
/** The class of a plain view that holds no text itself: of most it is the one of `Maybe`. */
const held = `m: function (name) {
    return name === undefined ? 'maybe' : name
  },
  `
const pressed = [spokenWords.button, spokenWords.link, ...ticked]

/** What a code says; a radio or a checkbox that is not said to be checked is not. */
const said = `t: function (code) {
    return (${JSON.stringify(words)})[code] || code
  },
  k: function (checked, role) {
    if (checked === undefined) return ${JSON.stringify(ticked)}.indexOf(role) > -1 ? 'false' : checked
    return (${JSON.stringify(words)})[checked] || checked
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
    var n = '' + node.nn
    if (node.nn === undefined) {
      if (node.${text.ariaHidden} !== undefined) n = ${number('static-text')}
      else if (typeof node.s === 'string' && ${JSON.stringify(pressed)}.indexOf(${role}) > -1) n = ${number('view')}
      else if (${[role, ...spoken].join(' || ')}) n = ${number('static-view')}
      else n = words && !node.cl ? ${number('#text')} : ${number('pure-view')}
    }
    if (words && n !== ${number('#text')}) return 'tmpl_0_' + n + '_words'`
}
