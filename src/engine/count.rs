//! Words, 字, speaking time and script, all by one look at a text. Knows how long texts are; knows
//! nothing of what they say.

use super::Rate;
use super::lang::Lang;
use super::sentence::is_han;

/// Syllables that a Latin word or a number takes in Chinese speech: an estimate.
const SYLLABLES_OF_WORD: usize = 2;

/// What is counted of a text, whatever its language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Runs between white space that hold a letter or digit: English words.
    runs: usize,
    /// Han characters.
    han: usize,
    /// Latin words and numbers, as they stand between them.
    latin: usize,
    /// Words that begin with a letter from A to Z.
    letters: usize,
    kana: usize,
    /// Words in other scripts.
    other: usize,
}

/// What the next character goes on with.
#[derive(Clone, Copy, Default)]
struct Inside {
    run: bool,
    latin: bool,
    word: bool,
}

impl Tally {
    /// Counts `text`.
    pub fn of(text: &str) -> Self {
        let (mut tally, mut inside) = (Self::default(), Inside::default());
        for c in text.chars() {
            inside = tally.count(c, inside);
        }
        tally
    }

    fn count(&mut self, c: char, inside: Inside) -> Inside {
        if is_han(c) {
            self.han += 1;
            self.runs += usize::from(!inside.run);
            return Inside {
                run: true,
                ..Inside::default()
            };
        }
        let letter = c.is_alphabetic();
        let counts = letter || c.is_numeric();
        self.runs += usize::from(counts && !inside.run);
        self.latin += usize::from(counts && !inside.latin);
        match c {
            '\u{3040}'..='\u{30ff}' => self.kana += 1,
            _ if !letter || inside.word => {}
            'a'..='z' | 'A'..='Z' => self.letters += 1,
            c => self.other += usize::from(!is_latin(c)),
        }
        Inside {
            run: !c.is_whitespace() && (inside.run || counts),
            latin: counts || (inside.latin && matches!(c, '.' | ',' | '\'' | '-' | '%')),
            word: letter,
        }
    }

    /// The language by its script; `None` when it is neither.
    pub fn script(self) -> Option<Lang> {
        if self.han >= self.letters && self.han > 0 {
            return (self.kana * 10 < self.han).then_some(Lang::Zh);
        }
        (self.letters > self.other).then_some(Lang::En)
    }

    /// Words (English: runs between white space that hold a letter or digit) or 字 (Chinese: each
    /// Han character, and each Latin word or number).
    pub const fn words(self, lang: Lang) -> usize {
        match lang {
            Lang::En => self.runs,
            Lang::Zh => self.han + self.latin,
        }
    }

    /// What speaking takes time for: words, or syllables in Chinese.
    pub const fn spoken(self, lang: Lang) -> usize {
        match lang {
            Lang::En => self.runs,
            Lang::Zh => self.han + self.latin * SYLLABLES_OF_WORD,
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
        let units = self.spoken(lang) as f64;
        units * 60.0 / a_minute.max(1.0)
    }
}

/// The language of `text` by its script; `None` when it is neither.
pub fn script(text: &str) -> Option<Lang> {
    Tally::of(text).script()
}

/// Words or 字.
pub fn words(lang: Lang, text: &str) -> usize {
    Tally::of(text).words(lang)
}

/// What speaking takes time for.
pub fn spoken_units(lang: Lang, text: &str) -> usize {
    Tally::of(text).spoken(lang)
}

/// Estimated speaking time in seconds.
pub fn speaking_seconds(lang: Lang, text: &str, rate: Rate) -> f64 {
    Tally::of(text).seconds(lang, rate)
}

const fn is_latin(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}' | '’' | 'ʼ')
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

    /// The same, one thing at a time.
    fn slowly(text: &str) -> [usize; 3] {
        let runs = text.split_whitespace();
        let runs = runs.filter(|run| run.contains(char::is_alphanumeric));
        let han = text.chars().filter(|c| is_han(*c));
        let between = text
            .split(is_han)
            .flat_map(|piece| piece.split(|c: char| !c.is_alphanumeric() && !".,'-%".contains(c)));
        let latin = between.filter(|word| word.contains(char::is_alphanumeric));
        [runs.count(), han.count(), latin.count()]
    }

    proptest::proptest! {
        #[test]
        fn one_look_counts_what_several_do(text in "[a-c1 字的.,'%é\u{3042}、\n-]{0,40}|\\PC{0,20}") {
            let tally = Tally::of(&text);
            proptest::prop_assert_eq!([tally.runs, tally.han, tally.latin], slowly(&text));
        }
    }
}
