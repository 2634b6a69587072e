package org.earpiece.ui.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViewportTest {
  private static final int MILLIONS = 10_000_000;

  private static Viewport of(Follow follow, int rows) {
    Viewport v = new Viewport();
    v.follow(follow);
    v.size(rows, 240);
    return v;
  }

  @Test
  void followsTheTailUntilSomeoneScrollsAway() {
    Viewport v = of(Follow.TAIL, 100);
    assertThat(v.end()).isEqualTo(100);
    v.size(MILLIONS, 240);
    assertThat(v.end()).isEqualTo(MILLIONS);
    assertThat(v.first()).isEqualTo(MILLIONS - 10);
    v.scrollTo(v.offset() - 48);
    v.size(MILLIONS + 5, 240);
    assertThat(v.end()).isEqualTo(MILLIONS - 2);
    v.scrollTo(v.max());
    v.size(MILLIONS + 9, 240);
    assertThat(v.end()).isEqualTo(MILLIONS + 9);
  }

  @Test
  void followsTheHead() {
    Viewport v = of(Follow.HEAD, 100);
    assertThat(v.first()).isZero();
    v.scrollTo(240);
    assertThat(v.following()).isFalse();
    v.shift(3);
    assertThat(v.first()).isEqualTo(13);
    v.scrollTo(0);
    assertThat(v.following()).isTrue();
  }

  @Test
  void aListThatStandsStillStaysWhereItIs() {
    Viewport v = of(Follow.NONE, 100);
    v.scrollTo(480);
    v.size(200, 240);
    assertThat(v.first()).isEqualTo(20);
    v.size(5, 240);
    assertThat(v.first()).isZero();
    assertThat(v.end()).isEqualTo(5);
  }

  @Test
  void revealsWithTheLeastMovement() {
    Viewport v = of(Follow.NONE, 100);
    v.reveal(50);
    assertThat(v.end()).isEqualTo(51);
    v.reveal(45);
    assertThat(v.end()).isEqualTo(51);
    v.reveal(3);
    assertThat(v.first()).isEqualTo(3);
  }

  @Test
  void choosingAnOlderRowEndsFollowingTheTail() {
    Viewport v = of(Follow.TAIL, 100);
    v.reveal(97);
    assertThat(v.following()).isFalse();
    v.resumeFollowing();
    assertThat(v.following()).isTrue();
  }
}
