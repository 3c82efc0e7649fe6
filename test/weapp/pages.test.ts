import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type CrowdedHouse, openCrowdedHouse } from '#support/crowdedHouse'
import { printTable } from '#support/table'
import { controlsOn, unheardOn } from '#support/weapp/accessibility'
import { budgets } from '#support/weapp/budgets'
import { routesOf } from '#support/weapp/gate'
import { localCloud } from '#support/weapp/localCloud'
import { type MiniProgram, openMiniProgram } from '#support/weapp/miniProgram'
import { bytesOf } from '#support/weapp/stepCost'
import { type Visit, visits } from '#support/weapp/visits'
import { exceeds, measureWeapp } from '../../scripts/size.mjs'

const dist = path.resolve('dist/weapp')
const routes = routesOf(dist)
const table: (string | number)[][] = [
  ['page', 'who', 'first', 'opening', 'next page', 'elements', 'depth', 'controls'],
]
let house: CrowdedHouse

beforeAll(async () => {
  house = await openCrowdedHouse()
})
afterAll(async () => {
  printTable(`Pages: bytes of the first setData and of the whole opening (≤ ${budgets.openingBytes})`, table)
  await house?.close()
})

test('every page of app.json is visited, and nothing else', () => {
  expect(Object.keys(visits).sort()).toEqual([...routes].sort())
})

describe.each(routes)('%s', (route) => {
  test.each((visits[route] ?? []).map((visit, index) => [`${visit.who}, ${index + 1}`, visit] as const))(
    'opens for %s light, named and without a fault',
    async (_, visit) => {
      const phone = await open(route, visit)
      const { page } = phone
      const opening = [...phone.setData.records]
      expect(phone.console.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([])
      expect(phone.errors).toEqual([])
      expect(page.text()).toMatch(visit.sees)
      const turned = visit.turns ? await turn(phone) : undefined
      const { elements, depth } = page.size
      const controls = controlsOn(page.screen).length
      const first = opening[0]?.bytes ?? 0
      table.push([route, visit.who, first, bytesOf(opening), turned ?? '', elements, depth, controls])
      const most = Math.max(bytesOf(opening), turned ?? 0)
      expect(most).toBeLessThanOrEqual(budgets.openingBytes)
      expect(elements).toBeLessThanOrEqual(budgets.elements)
      expect(depth).toBeLessThanOrEqual(budgets.depth)
      expect(unheardOn(page.screen)).toEqual([])
      if (visit.opens) {
        await page.tap(visit.opens)
        expect(unheardOn(page.screen)).toEqual([])
        expect(page.size.elements).toBeLessThanOrEqual(budgets.elements)
        expect(page.size.depth).toBeLessThanOrEqual(budgets.depth)
        expect(phone.errors).toEqual([])
      }
      phone.close()
    },
    300_000,
  )
})

async function open(route: string, { who, query }: Visit): Promise<MiniProgram> {
  const search = query?.(house)
  return openMiniProgram({
    url: search ? `${route}?${search}` : route,
    cloud: localCloud(house.cloud.url, who),
  })
}

/** Turns a list to its second page and back. Answers the bytes that turning sent. */
async function turn(phone: MiniProgram): Promise<number> {
  const { setDataBytes } = await phone.measure(() => phone.page.tap('下一页'))
  await phone.page.tap('上一页')
  return setDataBytes
}

test('packages keep their budgets, and are fetched ahead', () => {
  const measures = measureWeapp(dist)
  const size = (bytes: number) => (bytes / 1024).toFixed(1)
  printTable('Packages, KB', [
    ['package', 'size', 'budget'],
    ...measures.map(({ what, bytes, budget }) => [what, size(bytes), size(budget ?? 0)]),
  ])
  expect(measures.filter(exceeds)).toEqual([])
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'))
  expect(app.lazyCodeLoading).toBe('requiredComponents')
  const roots: string[] = app.subPackages.map(({ root }: { root: string }) => root)
  const tabs: string[] = app.tabBar.list.map(({ pagePath }: { pagePath: string }) => pagePath)
  expect(Object.keys(app.preloadRule).sort()).toEqual([...tabs].sort())
  for (const { network, packages } of Object.values<{ network: string; packages: string[] }>(
    app.preloadRule,
  )) {
    expect(network).toBe('all')
    expect(roots).toEqual(expect.arrayContaining(packages))
  }
  const ahead = Object.values<{ packages: string[] }>(app.preloadRule).flatMap(({ packages }) => packages)
  expect(roots.filter((root) => !ahead.includes(root))).toEqual([])
})
