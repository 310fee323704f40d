//! Figures as small charts, by ratatui's own widgets, from dots that every terminal draws in one
//! cell. Knows numbers, cells and styles.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::Marker;
use ratatui::symbols::bar::Set;
use ratatui::widgets::{
    Axis, Bar, BarChart, BarGroup, Chart, Dataset, GraphType, Sparkline, Widget,
};

use super::text;

/// Bars of braille dots, which no terminal draws in two cells, unlike blocks.
const BARS: Set<'_> = Set {
    full: "⣿",
    seven_eighths: "⣿",
    three_quarters: "⣶",
    five_eighths: "⣶",
    half: "⣤",
    three_eighths: "⣤",
    one_quarter: "⣀",
    one_eighth: "⣀",
    empty: " ",
};

/// Cells of a bar, and between two of them.
const BAR: (u16, u16) = (2, 1);

/// A line across a chart.
const LINE: char = '-';

/// How many bars fit.
pub(crate) fn bars_that_fit(width: u16) -> usize {
    usize::from((width + BAR.1) / (BAR.0 + BAR.1))
}

/// One bar for each value, with the value below it.
pub(crate) fn bars(buf: &mut Buffer, area: Rect, values: &[u32], bar: Style, label: Style) {
    let bars: Vec<Bar<'_>> = values
        .iter()
        .map(|value| {
            let shown = match value {
                0 => "-".to_owned(),
                100.. => "++".to_owned(),
                few => few.to_string(),
            };
            Bar::with_label(shown, u64::from(*value)).text_value(String::new())
        })
        .collect();
    BarChart::default()
        .data(BarGroup::new(bars))
        .bar_set(BARS)
        .bar_width(BAR.0)
        .bar_gap(BAR.1)
        .bar_style(bar)
        .label_style(label)
        .render(area.intersection(buf.area), buf);
}

/// Values as the heights of a row.
pub(crate) fn spark(buf: &mut Buffer, area: Rect, values: &[u64], most: u64, style: Style) {
    Sparkline::default()
        .data(values)
        .max(most)
        .bar_set(BARS)
        .style(style)
        .render(area.intersection(buf.area), buf);
}

/// What a curve is drawn with.
#[derive(Clone, Copy)]
pub(crate) struct Scale<'a> {
    /// The ends of the scale; what lies outside is drawn at its edge.
    pub(crate) ends: [f64; 2],
    /// Lines across it, with their names at the left.
    pub(crate) lines: &'a [(f64, &'a str)],
    /// Cells for those names.
    pub(crate) names: u16,
}

/// Values one after the other as a curve.
pub(crate) fn curve(
    buf: &mut Buffer,
    area: Rect,
    values: &[f64],
    scale: Scale<'_>,
    [curve, line]: [Style; 2],
) {
    let area = area.intersection(buf.area);
    let field = text::from(area, scale.names);
    if field.is_empty() {
        return;
    }
    for (value, name) in scale.lines {
        let row = row_of(*value, scale.ends, field.height);
        let names = Rect {
            y: area.y + row,
            height: 1,
            width: scale.names.saturating_sub(1),
            ..area
        };
        text::row_right(buf, names, &[(name, line)]);
    }
    let [least, most] = scale.ends;
    let values = values.iter().map(|value| value.clamp(least, most));
    let points: Vec<(f64, f64)> = (0u32..).map(f64::from).zip(values).collect();
    let right = points.last().map_or(1.0, |(x, _)| x.max(1.0));
    let across: Vec<[(f64, f64); 2]> = scale
        .lines
        .iter()
        .map(|(value, _)| [(0.0, *value), (right, *value)])
        .collect();
    let mut sets: Vec<Dataset<'_>> = across
        .iter()
        .map(|ends| set(ends, Marker::Custom(LINE), line))
        .collect();
    sets.push(set(&points, Marker::Braille, curve));
    Chart::new(sets)
        .x_axis(Axis::default().bounds([0.0, right]))
        .y_axis(Axis::default().bounds(scale.ends))
        .legend_position(None)
        .render(field, buf);
}

fn set(points: &[(f64, f64)], marker: Marker, style: Style) -> Dataset<'_> {
    Dataset::default()
        .data(points)
        .marker(marker)
        .graph_type(GraphType::Line)
        .style(style)
}

/// The row that a chart draws a value on.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "casts of floats saturate"
)]
fn row_of(value: f64, [least, most]: [f64; 2], height: u16) -> u16 {
    let rows = f64::from(height.saturating_sub(1));
    ((most - value) * rows / (most - least)).round() as u16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::widget::tests::drawn;

    #[test]
    fn bars_stand_above_their_values() {
        let style = Style::new();
        let rows = drawn(12, 3, |buf, area| {
            bars(buf, area, &[4, 0, 2, 123], style, style);
        });
        assert_eq!(rows[2], "4  -  2  ++");
        let rows = drawn(9, 3, |buf, area| bars(buf, area, &[4, 0, 2], style, style));
        assert_eq!(rows, ["⣿⣿", "⣿⣿    ⣿⣿", "4  -  2"].map(str::to_owned));
        assert_eq!(bars_that_fit(9), 3);
        assert_eq!(bars_that_fit(1), 0);
    }

    #[test]
    fn a_curve_runs_between_named_lines() {
        let style = [Style::new(); 2];
        let scale = Scale {
            ends: [0.0, 150.0],
            lines: &[(120.0, "2:00"), (60.0, "1:00")],
            names: 5,
        };
        let rows = drawn(15, 6, |buf, area| {
            curve(buf, area, &[60.0, 120.0], scale, style);
        });
        assert!(rows[1].starts_with("2:00 ---"), "{rows:?}");
        assert!(rows[3].starts_with("1:00 "), "{rows:?}");
        let all = rows.concat();
        let dots = all
            .chars()
            .filter(|c| ('\u{2801}'..='\u{28ff}').contains(c));
        assert!(dots.count() > 5, "{rows:?}");
        drawn(3, 1, |buf, area| curve(buf, area, &[], scale, style));
    }

    #[test]
    fn a_spark_is_as_high_as_its_values() {
        let rows = drawn(4, 1, |buf, area| {
            spark(buf, area, &[2, 4, 6, 8], 8, Style::new());
        });
        assert_eq!(rows, ["⣀⣤⣶⣿"]);
    }
}
