//! The two languages of failwell and values that exist in both; knows nothing of their words.

use serde::{Deserialize, Serialize};

/// A language of answers, prompts and the interface.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English; lengths count words.
    #[default]
    En,
    /// Chinese, simplified or traditional; lengths count 字.
    Zh,
}

/// The same thing in English and in Chinese. A missing half fails to parse.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual<T> {
    /// The English half.
    pub en: T,
    /// The Chinese half, written for Chinese readers.
    pub zh: T,
}

impl Lang {
    /// Both languages, English first.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The short code used in files and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// Reads a language tag such as `zh`, `zh-CN`, `zh_CN.UTF-8` or `en`; `None` for any other.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let code = tag.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|lang| code.eq_ignore_ascii_case(lang.code()))
    }

    /// The language that F4 switches to.
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Zh,
            Self::Zh => Self::En,
        }
    }
}

impl<T> Bilingual<T> {
    /// The half in `lang`.
    pub const fn get(&self, lang: Lang) -> &T {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_as_locales_write_them() {
        for tag in ["zh", "zh-CN", "zh_CN.UTF-8", "zh-Hans", "ZH"] {
            assert_eq!(Lang::from_tag(tag), Some(Lang::Zh), "{tag}");
        }
        assert_eq!(Lang::from_tag("en_GB"), Some(Lang::En));
        assert_eq!(Lang::from_tag("fr"), None);
        assert_eq!(Lang::from_tag(""), None);
    }
}
