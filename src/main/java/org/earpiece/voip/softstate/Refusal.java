package org.earpiece.voip.softstate;

/**
 * Why a request came to nothing.
 *
 * @param timeNanos when that was clear, ns since 1970
 * @param status the final response's code; 0 where none came
 * @param reason its reason phrase as sent
 * @param remark what to know besides: {@code not tried again}; or empty
 */
public record Refusal(long timeNanos, int status, String reason, String remark) {
  /** {@code 403 Forbidden}, {@code no response}, {@code 401 Unauthorized, not tried again}. */
  public String words() {
    String words = status == 0 ? "no response" : (status + " " + reason).strip();
    return remark.isEmpty() ? words : words + ", " + remark;
  }
}
