/**
 * Stands in a row for a value that is larger than its column's bound, and was not fetched. It is a text that no
 * source holds by chance; where one does, that is told as too large, which shows nothing of it.
 */
export const tooLarge = 'tongdao:too-large:5b1f0c1e-7f0e-4d57-9a55-0d8f6f3d2c4b';
