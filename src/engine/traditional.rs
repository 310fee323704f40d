//! Traditional to simplified characters, one to one, for the copy that is matched. The pairs are
//! data (`content/lexicon/traditional.txt`, after `OpenCC`'s character table); `build.rs` makes them
//! a flat table over the block U+4E00–U+9FFF.

/// Two bytes a character, little endian: its simplified form, or itself.
static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/simplified"));

const FIRST: u32 = 0x4e00;

/// The simplified form of `c`, or `c`.
pub(crate) fn simplified(c: char) -> char {
    let Some(at) = (c as u32).checked_sub(FIRST) else {
        return c;
    };
    let at = at as usize * 2;
    match TABLE.get(at..at + 2) {
        Some(&[low, high]) => {
            char::from_u32(u32::from(u16::from_le_bytes([low, high]))).unwrap_or(c)
        }
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::simplified;

    #[test]
    fn maps_one_to_one_and_leaves_the_rest() {
        for (from, to) in [
            ('學', '学'),
            ('誤', '误'),
            ('們', '们'),
            ('檢', '检'),
            ('我', '我'),
            ('a', 'a'),
            ('鿿', '鿿'),
        ] {
            assert_eq!(simplified(from), to);
        }
    }
}
