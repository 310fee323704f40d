//! Which characters can be seen, and which move, hide or reorder what is. Knows characters only.

/// Whether `c` neither moves the cursor nor hides or reorders anything, whatever stands around it.
pub(crate) fn is_harmless(c: char) -> bool {
    match c {
        '\n' | '\t' | ' '..='~' => true,
        _ => !c.is_control() && !is_joiner(c) && !is_hidden(c),
    }
}

/// The characters of one grapheme, each with whether it may be shown as it is: joiners and tags may
/// inside of an emoji, for there they are part of the picture.
pub(crate) fn told_apart(grapheme: &str) -> impl Iterator<Item = (char, bool)> {
    let mut chars = grapheme.chars().peekable();
    let picture = grapheme.starts_with('\u{1f3f4}');
    let mut first = true;
    std::iter::from_fn(move || {
        let c = chars.next()?;
        let behind = !std::mem::replace(&mut first, false);
        let joins = c == '\u{200d}' && behind && chars.peek().is_some_and(|next| !is_joiner(*next));
        let tags = picture && is_tag(c);
        Some((c, joins || tags || is_harmless(c)))
    })
}

/// Characters with a meaning inside one grapheme only: the joiner of emoji, the tags of flags.
fn is_joiner(c: char) -> bool {
    c == '\u{200d}' || is_tag(c)
}

fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0001}' | '\u{e0020}'..='\u{e007f}')
}

/// Format characters that are invisible or change the order in which a line is shown.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}'
        | '\u{200b}'..='\u{200c}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}')
}
