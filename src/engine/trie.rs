//! The phrases of a language as a graph of keys, read straight from the bytes that `build.rs` made:
//! nothing is built at start-up. Knows numbers; knows nothing of words.
//!
//! Layout, all little-endian `u32`: the number of nodes, edges and outputs; then five numbers a
//! node (first edge, edges, node behind a gap or [`NONE`], first output, outputs); two an edge (key,
//! node), sorted by key within a node; one an output (class × 65,536 + entry). The root is node 0.

use super::lexicon::Class;
use super::token::Key;

/// No node.
pub const NONE: u32 = u32::MAX;
const NODE: usize = 5;
const EDGE: usize = 2;
const HEADER: usize = 3;

/// A compiled set of phrases.
#[derive(Clone, Copy, Debug)]
pub struct Trie {
    nodes: Numbers,
    edges: Numbers,
    outputs: Numbers,
}

/// A node of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node(u32);

/// A phrase ends here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Output {
    /// What it is.
    pub class: Class,
    /// Which entry of the lexicon.
    pub entry: usize,
}

#[derive(Clone, Copy, Debug)]
struct Numbers(&'static [u8]);

impl Numbers {
    fn get(self, at: usize) -> u32 {
        let bytes = self.0[at * 4..at * 4 + 4].try_into();
        u32::from_le_bytes(bytes.expect("four bytes"))
    }
}

impl Trie {
    /// The graph in `bytes`, as `build.rs` wrote them.
    pub fn new(bytes: &'static [u8]) -> Self {
        let all = Numbers(bytes);
        let count = |at: usize, width: usize| all.get(at) as usize * width * 4;
        let (nodes, rest) = bytes[HEADER * 4..].split_at(count(0, NODE));
        let (edges, rest) = rest.split_at(count(1, EDGE));
        let (outputs, _) = rest.split_at(count(2, 1));
        Self {
            nodes: Numbers(nodes),
            edges: Numbers(edges),
            outputs: Numbers(outputs),
        }
    }

    /// Where every phrase starts.
    pub const fn root() -> Node {
        Node(0)
    }

    /// The node behind `key`.
    pub fn step(self, node: Node, key: Key) -> Option<Node> {
        let at = node.0 as usize * NODE;
        let (mut low, count) = (self.nodes.get(at) as usize, self.nodes.get(at + 1) as usize);
        let mut high = low + count;
        while low < high {
            let middle = usize::midpoint(low, high);
            let found = self.edges.get(middle * EDGE);
            if found == key {
                return Some(Node(self.edges.get(middle * EDGE + 1)));
            }
            if found < key {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        None
    }

    /// The node behind a gap.
    pub fn gap(self, node: Node) -> Option<Node> {
        let behind = self.nodes.get(node.0 as usize * NODE + 2);
        (behind != NONE).then_some(Node(behind))
    }

    /// The phrases that end at `node`.
    pub fn outputs(self, node: Node) -> impl Iterator<Item = Output> {
        let at = node.0 as usize * NODE;
        let first = self.nodes.get(at + 3) as usize;
        (first..first + self.nodes.get(at + 4) as usize).map(move |at| {
            let output = self.outputs.get(at);
            Output {
                class: Class::ALL[(output >> 16) as usize],
                entry: (output & 0xffff) as usize,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::compile::compile;
    use super::super::cue::Phrases;
    use super::super::lang::Lang;
    use super::super::lexicon::{Class, Entry, Lexicon};

    fn entry(class: Class, forms: &[&str]) -> Entry {
        Entry {
            class,
            forms: forms.iter().map(|&form| form.to_owned()).collect(),
            lemma: String::new(),
            hits: Vec::new(),
            misses: Vec::new(),
        }
    }

    /// What is found in `text`, as class and quoted text.
    fn found(lang: Lang, entries: Vec<Entry>, text: &str) -> Vec<String> {
        let (trie, vocabulary) = compile(&Lexicon { lang, entries });
        let phrases = Phrases::new(lang, trie.leak(), vocabulary.leak());
        let tokens = phrases.tokens(text);
        let show = |first: usize, end: usize| &text[tokens[first].start..tokens[end - 1].end];
        phrases
            .find(&tokens)
            .iter()
            .map(|cue| format!("{}: {}", cue.class.id(), show(cue.first, cue.end)))
            .collect()
    }

    #[test]
    fn the_longest_of_a_class_wins_and_gaps_cross_no_mark() {
        let entries = || {
            vec![
                entry(Class::Heavy, &["failure", "failure of nerve"]),
                entry(Class::Damage, &["cost us .. #"]),
            ]
        };
        assert_eq!(
            found(
                Lang::En,
                entries(),
                "A failure of nerve cost us almost 300 pounds."
            ),
            ["heavy: failure of nerve", "damage: cost us almost 300"]
        );
        assert_eq!(
            found(Lang::En, entries(), "It cost us, in all, 300."),
            [""; 0]
        );
    }

    #[test]
    fn a_guard_swallows_what_lies_inside() {
        let entries = || {
            vec![
                entry(Class::Guard, &["错过", "不错"]),
                entry(Class::Heavy, &["错"]),
            ]
        };
        assert_eq!(found(Lang::Zh, entries(), "我错過了。"), ["guard: 错過"]);
        assert_eq!(found(Lang::Zh, entries(), "是我的错。"), ["heavy: 错"]);
    }

    #[test]
    fn alternatives_share_their_ends() {
        let many = ["(a|b|c|d) (e|f|g|h) (i|j|k|l) (m|n|o|p)"];
        let (trie, _) = compile(&Lexicon {
            lang: Lang::En,
            entries: vec![entry(Class::Scene, &many)],
        });
        assert_eq!(u32::from_le_bytes([trie[0], trie[1], trie[2], trie[3]]), 5);
    }
}
