import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const src = path.resolve('src')

/** The files of the client whose code says so, in the browser's build: `X.h5.tsx` stands for `X.tsx` there. */
function inBrowser(): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.weapp\.tsx?$/.test(file))
    .filter(
      (file) =>
        !existsSync(
          path.join(
            src,
            file.replace(/\.tsx?$/, (ending) => `.h5${ending}`),
          ),
        ),
    )
}

it('no part of the browser is one of Taro’s elements, whose library and styles its build leaves out', () => {
  const files = inBrowser()
  expect(files).toContain(path.join('ui', 'show', 'Box.h5.tsx'))
  expect(files).not.toContain(path.join('ui', 'show', 'Box.tsx'))
  const guilty = files.filter((file) =>
    /^import (?!type )[^;]*? from '@tarojs\/components'/m.test(readFileSync(path.join(src, file), 'utf8')),
  )
  expect(guilty).toEqual([])
})
