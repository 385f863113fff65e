const governed = `@share(attribute: CONDITIONAL, condition: "x", basis: "公共图书馆法 第四十三条")
  @open(attribute: NONE) @classify(level: L1, category: GENERAL)`;

function resource(table: string, number: string, pageBy: string): string {
  return `@resource(code: "370200-0009-00${number}", title: "${table}", table: "${table}", updateCycle: DAILY, pageBy: [${pageBy}]) ${governed}`;
}

/** What the big tables are offered as. */
export const bigCatalog = `extend schema @catalog(agency: "bench", source: "big")

type Parent ${resource('parent', '0001', '"id"')} {
  id: Int! @key
  name: String!
  items: [Item!] @link(from: "id", to: "parentId")
}

type Item ${resource('item', '0002', '"id"')}
  @cube(name: "byRegion", title: "region and status", dimensions: ["region", "status"]) {
  id: Int! @key
  parentId: Int! @column(name: "parent_id")
  made: Date!
  seen: Date
  score: Int
  amount: Int!
  region: Int!
  status: String!
  code: String!
  title: String!
  tags: [Tag!]
    @link(from: "id", to: "id", through: { type: "ItemTag", from: "itemId", to: "tagId" })
}

type Tag ${resource('tag', '0003', '"id"')} {
  id: Int! @key
  name: String!
}

type ItemTag ${resource('item_tag', '0004', '"item_id", "tag_id"')} @key(fields: ["itemId", "tagId"]) {
  itemId: Int! @column(name: "item_id")
  tagId: Int! @column(name: "tag_id")
}`;
