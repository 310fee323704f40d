//! Things that are drawn on several screens. Know areas, styles and text; know no screen.

pub(crate) mod chart;
pub mod editor;
pub(crate) mod field;
mod line;
pub mod passage;
pub(crate) mod text;

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    use crate::tui::fixture::lines;

    /// The rows that are drawn in `width` × `height` cells.
    pub(super) fn drawn(width: u16, height: u16, draw: impl Fn(&mut Buffer, Rect)) -> Vec<String> {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        draw(&mut buf, area);
        lines(&buf)
    }
}
