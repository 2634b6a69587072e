package org.earpiece;

/** Wires the parts. */
public final class Main {
  private Main() {}

  /** Starts the program. */
  public static void main(String[] args) {
    System.out.println("earpiece");
  }
}
