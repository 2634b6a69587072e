package org.earpiece.capture.demo.sound;

/** A digital resonator of second order with gain 1 at 0 Hz (Klatt 1980, J. Acoust. Soc. Am. 67). */
final class Resonator {
  private double a = 1;
  private double b;
  private double c;
  private double last;
  private double beforeLast;

  void tune(double hertz, double width) {
    double r = Math.exp(-Math.PI * width / Sound.RATE);
    c = -r * r;
    b = 2 * r * Math.cos(2 * Math.PI * hertz / Sound.RATE);
    a = 1 - b - c;
  }

  /** As {@link #tune}, but with gain 1 at the resonance. */
  void tuneBand(double hertz, double width) {
    tune(hertz, width);
    double w = 2 * Math.PI * hertz / Sound.RATE;
    double re = 1 - b * Math.cos(w) - c * Math.cos(2 * w);
    double im = b * Math.sin(w) + c * Math.sin(2 * w);
    a = Math.hypot(re, im);
  }

  double next(double in) {
    double out = a * in + b * last + c * beforeLast;
    beforeLast = last;
    last = out;
    return out;
  }
}
