import { exportText, type ReadablePart } from '#text/account/export'

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Escapes text for HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] as string)

const style = `
body{max-width:44em;margin:0 auto;padding:1.5em;font:20px/1.6 "PingFang SC","Microsoft YaHei",sans-serif;color:#241f1a;background:#fff}
h1{font-size:1.7em;margin:0 0 .2em}h2{font-size:1.3em;margin:1.6em 0 .4em;border-bottom:3px double #a92d1c}h3{font-size:1.05em;margin:1em 0 .2em}
dl{margin:0 0 .6em;display:grid;grid-template-columns:8em 1fr;gap:.1em 1em}dt{color:#5d5346}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
p{margin:.3em 0}@media(max-width:30em){dl{display:block}dd{margin:0 0 .4em}}
@media print{body{padding:0;font-size:14pt}h2,h3{break-after:avoid}dl{break-inside:avoid}}
`

/** An HTML page of the export. It has no script, loads nothing, and is made for reading and printing. */
export function readablePage(parts: readonly ReadablePart[], madeOn: string, cutAt: number): string {
  const sections = parts.map(({ title, entries }) => {
    const body = entries.map(({ head, cells }) => {
      const lines = cells.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`)
      return `${head ? `<h3>${escapeHtml(head)}</h3>` : ''}<dl>${lines.join('')}</dl>`
    })
    return `<section><h2>${escapeHtml(title)}</h2>${body.join('') || `<p>${exportText.none}</p>`}</section>`
  })
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${exportText.title}</title><style>${style}</style></head>
<body><main><h1>${exportText.title}</h1><p>${escapeHtml(exportText.at(madeOn))}</p><p>${escapeHtml(exportText.careful)}</p>
${sections.join('\n')}
<p>${escapeHtml(exportText.cut(cutAt))}</p></main></body></html>
`
}
