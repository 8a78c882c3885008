/** Identifies a node of a graph: the address of its resource, with `#part` for what has no resource of its own. */
export type NodeId = string;
