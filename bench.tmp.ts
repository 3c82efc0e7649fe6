async function main() { for (const n of process.argv.slice(2)) await (await import('./bench/' + n)).run() }
main()
