/** The look of WeChat's components before a mini-program styles them, near enough to judge a layout. */
export const builtinCss = `
* { -webkit-tap-highlight-color: transparent }
html, body { height: 100%; margin: 0 }
.view-page { display: none; height: 100%; overflow-y: auto }
.view-page.front { display: block }
wx-page { display: block; min-height: 100%; font-size: 16px }
wx-view, wx-scroll-view, wx-form, wx-button, wx-picker, wx-label, wx-navigator { display: block }
wx-button {
  position: relative; box-sizing: border-box; margin: 0 auto; padding: 0 14px; border-radius: 5px; overflow: hidden;
  font-size: 18px; line-height: 2.55555556; text-align: center; text-decoration: none; color: #000;
  background-color: #f8f8f8;
}
wx-button::after { position: absolute; inset: 0; border: 1px solid rgba(0, 0, 0, 0.2); border-radius: 10px; content: ' ' }
wx-input, wx-textarea { display: block; overflow: hidden }
wx-input .inner, wx-textarea .inner {
  display: block; box-sizing: border-box; width: 100%; height: 100%; padding: 0; border: 0; outline: 0; background: none;
  color: inherit; font: inherit; letter-spacing: inherit; resize: none;
}
wx-textarea { width: 300px }
wx-image { display: inline-block; overflow: hidden; width: 320px; height: 240px }
wx-image img { display: block; width: 100%; height: 100%; object-fit: contain }
wx-text { white-space: pre-line }
`
