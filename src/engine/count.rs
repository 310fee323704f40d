//! Words, 字 and speaking time. Knows how long texts are; knows nothing of what they say.

use super::Rate;
use super::lang::Lang;
use super::sentence::is_han;

/// Syllables that a Latin word or a number takes in Chinese speech: an estimate.
const SYLLABLES_OF_WORD: usize = 2;

/// How long a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Length {
    /// Words (English: runs between white space that hold a letter or digit) or 字 (Chinese: each
    /// Han character, and each Latin word or number).
    pub words: usize,
    /// What speaking takes time for: words, or syllables in Chinese.
    pub spoken: usize,
}

impl Length {
    /// Counts `text` once.
    pub fn of(lang: Lang, text: &str) -> Self {
        match lang {
            Lang::En => {
                let words = text
                    .split_whitespace()
                    .filter(|word| word.contains(char::is_alphanumeric))
                    .count();
                Self {
                    words,
                    spoken: words,
                }
            }
            Lang::Zh => {
                let (han, latin) = zi(text);
                Self {
                    words: han + latin,
                    spoken: han + latin * SYLLABLES_OF_WORD,
                }
            }
        }
    }

    /// Estimated speaking time in seconds.
    pub fn seconds(self, lang: Lang, rate: Rate) -> f64 {
        let a_minute = match lang {
            Lang::En => rate.words,
            Lang::Zh => rate.zi,
        };
        #[expect(
            clippy::cast_precision_loss,
            reason = "texts are far shorter than 2^52 words"
        )]
        let units = self.spoken as f64;
        units * 60.0 / a_minute.max(1.0)
    }
}

/// Words or 字.
pub fn words(lang: Lang, text: &str) -> usize {
    Length::of(lang, text).words
}

/// What speaking takes time for.
pub fn spoken_units(lang: Lang, text: &str) -> usize {
    Length::of(lang, text).spoken
}

/// Estimated speaking time in seconds.
pub fn speaking_seconds(lang: Lang, text: &str, rate: Rate) -> f64 {
    Length::of(lang, text).seconds(lang, rate)
}

/// Han characters, and Latin words or numbers.
fn zi(text: &str) -> (usize, usize) {
    let (mut han, mut latin, mut inside) = (0, 0, false);
    for c in text.chars() {
        let in_word = !is_han(c) && c.is_alphanumeric();
        han += usize::from(is_han(c));
        latin += usize::from(in_word && !inside);
        inside = in_word || (inside && matches!(c, '.' | ',' | '\'' | '-' | '%'));
    }
    (han, latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_words_and_zi() {
        for (lang, text, expected) in [
            (Lang::En, "We didn't plan it, e.g. the 3.5 kg box - no.", 10),
            (Lang::Zh, "一二三四五 six seven eight", 8),
            (Lang::Zh, "上线 v4.0，客户说：好。", 7),
            (Lang::En, "", 0),
        ] {
            assert_eq!(words(lang, text), expected, "{text}");
        }
    }

    #[test]
    fn speaking_time_follows_the_rate() {
        let text = "word ".repeat(145);
        let seconds = speaking_seconds(Lang::En, &text, Rate::default());
        assert!((seconds - 60.0).abs() < 1e-9);
        let text = "字".repeat(105);
        let seconds = speaking_seconds(Lang::Zh, &text, Rate::default());
        assert!((seconds - 30.0).abs() < 1e-9);
    }
}
