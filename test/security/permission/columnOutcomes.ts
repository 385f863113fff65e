/**
 * What becomes of each operation, whatever the rows: `no`, refused before a source is asked; `yes`,
 * answered; of what shows the number, how it shows it.
 */
const table = `
                          | show  list lookup batch verify where order some none
not granted               | no    yes  no     no    no     no    no    no   no
withheld                  | no    yes  no     no    no     no    no    no   no
withheld, LOOKUP          | no    yes  yes    yes   yes    no    no    no   no
withheld, VERIFY          | no    yes  no     no    yes    no    no    no   no
withheld, JOIN            | no    yes  no     no    no     no    no    no   no
withheld, every use       | no    yes  yes    yes   yes    no    no    no   no
masked                    | mask  yes  no     no    no     no    no    no   no
masked, every use         | mask  yes  yes    yes   yes    no    no    no   no
clear                     | clear yes  no     no    no     yes   yes   yes  yes
clear, no use             | clear yes  no     no    no     no    no    no   no
clear, FILTER             | clear yes  no     no    no     yes   no    yes  yes
clear, SORT               | clear yes  no     no    no     no    yes   no   no
clear, GROUP              | clear yes  no     no    no     no    no    no   no
clear, every use          | clear yes  yes    yes   yes    yes   yes   yes  yes
clear, approved by no one | mask  yes  yes    yes   yes    no    no    no   no
clear, masked by a rule   | mask  yes  yes    yes   yes    no    no    no   no
clear, withheld by a rule | no    yes  no     no    no     no    no    no   no

                          | every count countOf group minMax toOne toMany back through
not granted               | no    yes   no      no    no     no    no     no   no
withheld                  | no    yes   no      no    no     no    no     no   no
withheld, LOOKUP          | no    yes   no      no    no     no    no     no   no
withheld, VERIFY          | no    yes   no      no    no     no    no     no   no
withheld, JOIN            | no    yes   no      no    no     yes   yes    yes  yes
withheld, every use       | no    yes   no      no    no     yes   yes    yes  yes
masked                    | no    yes   no      no    no     no    no     no   no
masked, every use         | no    yes   no      no    no     yes   yes    no   no
clear                     | yes   yes   yes     yes   yes    no    no     no   no
clear, no use             | no    yes   no      no    no     no    no     no   no
clear, FILTER             | yes   yes   yes     no    no     no    no     no   no
clear, SORT               | no    yes   no      no    no     no    no     no   no
clear, GROUP              | no    yes   no      yes   yes    no    no     no   no
clear, every use          | yes   yes   yes     yes   yes    yes   yes    no   no
clear, approved by no one | no    yes   no      no    no     yes   yes    no   no
clear, masked by a rule   | no    yes   no      no    no     yes   yes    no   no
clear, withheld by a rule | no    yes   no      no    no     no    no     no   no
`;

/** The outcomes of each column set, by operation. */
export function readColumnOutcomes(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const outcomes = new Map<string, Map<string, string>>();
  for (const part of table.trim().split('\n\n')) {
    const [heads, ...lines] = part.split('\n').map((line) => {
      const [set = '', words = ''] = line.split('|');
      return { set: set.trim(), words: words.trim().split(/\s+/) };
    });
    for (const { set, words } of lines) {
      const known = outcomes.get(set) ?? new Map<string, string>();
      outcomes.set(set, known);
      for (const [at, word] of words.entries()) known.set(heads!.words[at]!, word);
    }
  }
  return outcomes;
}
