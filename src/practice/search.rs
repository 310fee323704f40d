//! Whether a text holds another one, whatever the case. Knows strings only.

/// A text looked for. Ten years of attempts are tens of megabytes, so they are folded to lower
/// case only where the text needs it.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// Everything will do.
    Nothing,
    /// In lower case.
    Ascii(Vec<u8>),
    /// Neither upper nor lower case in it, as in Chinese.
    Caseless(String),
    /// Letters beyond ASCII, in lower case.
    Lower(String),
}

impl Wanted {
    /// Looks for `text`.
    pub fn new(text: &str) -> Self {
        let has_case = |c: char| c.is_lowercase() || c.is_uppercase();
        if text.is_empty() {
            Self::Nothing
        } else if text.is_ascii() {
            Self::Ascii(text.to_ascii_lowercase().into_bytes())
        } else if text.chars().any(has_case) {
            Self::Lower(text.to_lowercase())
        } else {
            Self::Caseless(text.to_owned())
        }
    }

    /// Whether it is in `text`.
    pub fn is_in(&self, text: &str) -> bool {
        match self {
            Self::Nothing => true,
            Self::Ascii(wanted) => holds_ascii(text.as_bytes(), wanted),
            Self::Caseless(wanted) => text.contains(wanted),
            Self::Lower(wanted) => text.to_lowercase().contains(wanted),
        }
    }
}

/// Looks at the rest of the text only where its first letter stands.
fn holds_ascii(text: &[u8], wanted: &[u8]) -> bool {
    let Some((first, rest)) = wanted.split_first() else {
        return true;
    };
    let mut left = text;
    while let Some(at) = left
        .iter()
        .position(|byte| byte.eq_ignore_ascii_case(first))
    {
        left = &left[at + 1..];
        if left.len() < rest.len() {
            return false;
        }
        if left[..rest.len()].eq_ignore_ascii_case(rest) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_found_whatever_its_case() {
        let text = "我误判了 Deadline，École 那边在等。 aab";
        for (wanted, found) in [
            ("", true),
            ("deadline", true),
            ("DEADLINE", true),
            ("DeadLine,", false),
            ("误判", true),
            ("误会", false),
            ("éCOLE", true),
            ("AB", true),
            ("abc", false),
        ] {
            assert_eq!(Wanted::new(wanted).is_in(text), found, "{wanted}");
        }
    }
}
