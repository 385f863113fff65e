import { expect, it } from '@jest/globals';

import { blocksOf, ownMysql, readmes, section } from './markdown.js';

it('both READMEs show the same on one’s own MySQL', () => {
  const [english, chinese] = readmes.map((file) =>
    blocksOf(section(file, ownMysql[file])).map(({ language, text }) => [language, text]),
  );
  expect(english).toHaveLength(10);
  expect(chinese).toEqual(english);
});
