package org.earpiece.voip;

import java.util.regex.Pattern;

/** User parts of addresses. */
public final class Users {
  /** A contact's user part that a phone made unique: 2010-0x55696054c680. */
  private static final Pattern MADE_UNIQUE = Pattern.compile("-0x[0-9a-fA-F]{6,}$");

  private Users() {}

  /** A user part as people know it. */
  public static String plain(String user) {
    return user.contains("-0x") ? MADE_UNIQUE.matcher(user).replaceFirst("") : user;
  }
}
