// How people write what would be long to write out.

/** 「1栋到8栋」: the first number, the words after it, the last number, the words after that. */
export const buildingRange = /^(\d+)(\D*?)[到至~～](\d+)(\D*)$/
/** 「煮汤圆 4人」: what is done, and by how many. */
export const postWords = /^(.*?)\s*(\d+)\s*[人位名]?$/
