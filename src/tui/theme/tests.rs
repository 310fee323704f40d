//! Whether what is drawn can be read, by the contrast that WCAG asks of large text and of marks.

use super::*;

/// A palette: its name, what is behind the text, and the colours 0 to 7 that the themes draw with.
struct Terminal {
    name: &'static str,
    shade: Shade,
    back: u32,
    yellow: u32,
    blue: u32,
    magenta: u32,
    cyan: u32,
}

/// As their makers publish them.
const TERMINALS: [Terminal; 6] = [
    Terminal {
        name: "xterm, dark",
        shade: Shade::Dark,
        back: 0x00_00_00,
        yellow: 0xcd_cd_00,
        blue: 0x00_00_ee,
        magenta: 0xcd_00_cd,
        cyan: 0x00_cd_cd,
    },
    Terminal {
        name: "xterm, light",
        shade: Shade::Light,
        back: 0xff_ff_ff,
        yellow: 0xcd_cd_00,
        blue: 0x00_00_ee,
        magenta: 0xcd_00_cd,
        cyan: 0x00_cd_cd,
    },
    Terminal {
        name: "Tango, dark",
        shade: Shade::Dark,
        back: 0x30_0a_24,
        yellow: 0xc4_a0_00,
        blue: 0x34_65_a4,
        magenta: 0x75_50_7b,
        cyan: 0x06_98_9a,
    },
    Terminal {
        name: "Tango, light",
        shade: Shade::Light,
        back: 0xff_ff_ff,
        yellow: 0xc4_a0_00,
        blue: 0x34_65_a4,
        magenta: 0x75_50_7b,
        cyan: 0x06_98_9a,
    },
    Terminal {
        name: "Solarized, dark",
        shade: Shade::Dark,
        back: 0x00_2b_36,
        yellow: 0xb5_89_00,
        blue: 0x26_8b_d2,
        magenta: 0xd3_36_82,
        cyan: 0x2a_a1_98,
    },
    Terminal {
        name: "Solarized, light",
        shade: Shade::Light,
        back: 0xfd_f6_e3,
        yellow: 0xb5_89_00,
        blue: 0x26_8b_d2,
        magenta: 0xd3_36_82,
        cyan: 0x2a_a1_98,
    },
];

impl Terminal {
    fn shows(&self, color: Color) -> u32 {
        match color {
            Color::Yellow => self.yellow,
            Color::Blue => self.blue,
            Color::Magenta => self.magenta,
            Color::Cyan => self.cyan,
            Color::Indexed(n @ 16..=231) => cube(n - 16),
            other => panic!("{other:?} is not among those that were measured"),
        }
    }
}

/// A colour of the cube of the 256.
fn cube(n: u8) -> u32 {
    let level = |step: u8| {
        if step == 0 {
            0
        } else {
            55 + 40 * u32::from(step)
        }
    };
    level(n / 36) << 16 | level(n / 6 % 6) << 8 | level(n % 6)
}

/// WCAG 2.1, relative luminance.
fn luminance(color: u32) -> f64 {
    let part = |shift: u32| {
        let part = f64::from(color >> shift & 0xff) / 255.0;
        if part <= 0.03928 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
}

fn contrast(one: u32, two: u32) -> f64 {
    let (one, two) = (luminance(one) + 0.05, luminance(two) + 0.05);
    (one / two).max(two / one)
}

fn settings(palette: Palette, shade: Option<Shade>) -> Settings {
    Settings {
        palette,
        shade,
        ..Settings::default()
    }
}

#[test]
fn every_colour_is_readable_on_six_palettes() {
    for terminal in &TERMINALS {
        let shade = Some(terminal.shade);
        let own = match terminal.shade {
            Shade::Dark => Palette::Dark,
            Shade::Light => Palette::Light,
        };
        for (settings, least) in [
            (settings(own, None), 3.0),
            (settings(Palette::Auto, shade), 3.0),
            (settings(Palette::Auto, None), 3.0),
            (settings(Palette::Neutral, shade), 3.0),
            (settings(Palette::BlueOrange, None), 3.0),
            (settings(Palette::BlueOrange, shade), 4.0),
        ] {
            for color in inks(&settings).into_iter().flatten() {
                let found = contrast(terminal.shows(color), terminal.back);
                let name = terminal.name;
                assert!(found >= least, "{name}: {color:?} {found:.2} {settings:?}");
            }
        }
    }
}

#[test]
fn nobody_is_shown_a_colour_who_wants_none_or_whose_background_is_not_known() {
    let without = Settings {
        color: false,
        ..settings(Palette::Dark, Some(Shade::Dark))
    };
    assert_eq!(inks(&without), None);
    assert_eq!(inks(&settings(Palette::Auto, None)), None);
    assert_eq!(
        inks(&settings(Palette::Auto, Some(Shade::Light))),
        inks(&settings(Palette::Light, None))
    );
}

#[test]
fn a_contrast_is_what_the_standard_says() {
    assert!((contrast(0xff_ff_ff, 0) - 21.0).abs() < 1e-9);
    assert!((contrast(0x77_77_77, 0xff_ff_ff) - 4.48).abs() < 0.01);
    assert_eq!(cube(214 - 16), 0xff_af_00);
}
