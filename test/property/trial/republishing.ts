/** A view of the people that shows the name, whatever hides it, as the note. No catalog offers it. */
export const republishing = `CREATE VIEW person_republished AS
  SELECT row_id, pid, name, born, joined, area, name AS note, score, flag, no FROM person`;
