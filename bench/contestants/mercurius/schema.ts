/** What the workloads ask for, and what belongs to it. */
export const schema = `
  type Resident {
    idNo: ID!
    name: String!
    birthDate: String
    address: String
    divisionCode: ID!
    division: Division
    companies: CompanyPage!
  }
  type ResidentPage { nodes: [Resident!]! }
  type Division { code: ID! name: String province: Province }
  type Province { code: ID! name: String }
  type Company { name: String! status: String! legalRep: Resident }
  type CompanyPage { nodes: [Company!]! }
  type Query {
    resident(idNo: ID!): Resident
    residents(first: Int = 20): ResidentPage!
    companies(first: Int = 20): CompanyPage!
  }
`;
