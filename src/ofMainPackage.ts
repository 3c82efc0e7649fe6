/** On H5 there are no packages; `ofMainPackage.weapp.ts` says what this is for. */
export {}
