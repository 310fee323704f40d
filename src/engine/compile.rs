//! Makes the bytes of a [`super::trie`] and of a vocabulary from a lexicon. Used by `build.rs`;
//! knows the layouts, and nothing of texts.

use std::collections::BTreeMap;
use std::collections::HashMap;

use super::form::{Piece, expand};
use super::lang::Lang;
use super::lexicon::Lexicon;
use super::token::{CLITICS, Key, MARK, NUMBER, UNKNOWN, chinese, english, hash};

/// No node; as in the trie.
const NONE: u32 = u32::MAX;
/// The first key of a word (English).
const FIRST_WORD: Key = MARK + 1;

/// What a phrase is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Step {
    Gap,
    Key(Key),
}

#[derive(Default)]
struct Branch {
    next: BTreeMap<Step, usize>,
    outputs: Vec<u32>,
}

/// A node as it is written: equal ones are written once, so that alternatives share their ends.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Node {
    edges: Vec<(Key, u32)>,
    gap: u32,
    outputs: Vec<u32>,
}

/// The bytes of the phrases, and of the vocabulary that numbers their words.
pub(crate) fn compile(lexicon: &Lexicon) -> (Vec<u8>, Vec<u8>) {
    let mut words = HashMap::new();
    let mut branches = vec![Branch::default()];
    for (index, entry) in lexicon.entries.iter().enumerate() {
        let output = (entry.class as u32) << 16 | u32::try_from(index).expect("few entries");
        for pieces in entry.forms.iter().flat_map(|form| expand(form)) {
            let steps = steps(lexicon, &pieces, &mut words);
            if matches!(steps.first(), Some(Step::Key(_))) {
                insert(&mut branches, &steps, output);
            }
        }
    }
    (write(&branches), vocabulary(&words))
}

fn steps(lexicon: &Lexicon, pieces: &[Piece], words: &mut HashMap<String, Key>) -> Vec<Step> {
    let mut steps = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Gap => steps.push(Step::Gap),
            Piece::Number => steps.push(Step::Key(NUMBER)),
            Piece::Text(text) => {
                let keys = learn(lexicon.lang, text, words);
                steps.extend(keys.into_iter().map(Step::Key));
            }
        }
    }
    steps
}

fn insert(branches: &mut Vec<Branch>, steps: &[Step], output: u32) {
    let mut at = 0;
    for step in steps {
        let new = branches.len();
        let next = *branches[at].next.entry(*step).or_insert(new);
        if next == new {
            branches.push(Branch::default());
        }
        at = next;
    }
    if !branches[at].outputs.contains(&output) {
        branches[at].outputs.push(output);
    }
}

/// Branches are made before what hangs on them, so going backwards meets children first.
fn write(branches: &[Branch]) -> Vec<u8> {
    let mut numbers = vec![0_u32; branches.len()];
    let mut known: HashMap<Node, u32> = HashMap::new();
    let mut nodes: Vec<Node> = Vec::new();
    for at in (1..branches.len()).rev() {
        let node = node(&branches[at], &numbers);
        numbers[at] = *known.entry(node.clone()).or_insert_with(|| {
            nodes.push(node);
            // The root is node 0.
            u32::try_from(nodes.len()).expect("few nodes")
        });
    }
    let root = node(&branches[0], &numbers);
    let all: Vec<&Node> = std::iter::once(&root).chain(&nodes).collect();
    bytes(&all)
}

fn node(branch: &Branch, numbers: &[u32]) -> Node {
    let edges = branch.next.iter().filter_map(|(step, &next)| match step {
        Step::Key(key) => Some((*key, numbers[next])),
        Step::Gap => None,
    });
    Node {
        edges: edges.collect(),
        gap: branch
            .next
            .get(&Step::Gap)
            .map_or(NONE, |&next| numbers[next]),
        outputs: branch.outputs.clone(),
    }
}

fn bytes(all: &[&Node]) -> Vec<u8> {
    let (mut nodes, mut edges, mut outputs) = (Vec::new(), Vec::new(), Vec::new());
    let count = |length: usize| u32::try_from(length).expect("few numbers");
    for node in all {
        nodes.extend([count(edges.len() / 2), count(node.edges.len()), node.gap]);
        nodes.extend([count(outputs.len()), count(node.outputs.len())]);
        edges.extend(node.edges.iter().flat_map(|&(key, next)| [key, next]));
        outputs.extend(&node.outputs);
    }
    [
        count(all.len()),
        count(edges.len() / 2),
        count(outputs.len()),
    ]
    .into_iter()
    .chain(nodes)
    .chain(edges)
    .chain(outputs)
    .flat_map(u32::to_le_bytes)
    .collect()
}

/// The keys of a phrase, numbering words not seen before.
fn learn(lang: Lang, phrase: &str, words: &mut HashMap<String, Key>) -> Vec<Key> {
    let mut key = |word: &str| {
        let next = FIRST_WORD + u32::try_from(words.len()).expect("a small vocabulary");
        *words.entry(word.to_owned()).or_insert(next)
    };
    if lang == Lang::Zh {
        return chinese(phrase, |c| c)
            .iter()
            .map(|token| token.key)
            .collect();
    }
    let mut keys = Vec::new();
    for word in phrase.split_whitespace() {
        if CLITICS.contains(&word) {
            keys.push(key(word));
        } else {
            keys.extend(english(word, &mut key).iter().map(|token| token.key));
        }
    }
    keys
}

/// The bytes of the table of `words`.
fn vocabulary(words: &HashMap<String, Key>) -> Vec<u8> {
    let count = (words.len() * 2 + 2).next_power_of_two();
    let mut slots = vec![[0_u32; 3]; count];
    let mut text = String::new();
    let mut sorted: Vec<_> = words.iter().collect();
    sorted.sort();
    for (word, &key) in sorted {
        let mut at = hash(word) & (count - 1);
        while slots[at][2] != UNKNOWN {
            at = (at + 1) & (count - 1);
        }
        let small = |number: usize| u32::try_from(number).expect("a small table");
        slots[at] = [small(text.len()), small(word.len()), key];
        text.push_str(word);
    }
    let numbers = slots.into_iter().flatten();
    std::iter::once(u32::try_from(count).expect("a small table"))
        .chain(numbers)
        .flat_map(u32::to_le_bytes)
        .chain(text.into_bytes())
        .collect()
}
