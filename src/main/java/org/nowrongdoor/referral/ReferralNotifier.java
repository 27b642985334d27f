package org.nowrongdoor.referral;

import org.nowrongdoor.referral.state.Referral;

/** Tells a provider without an account that something waits. What implements this writes down what it has to send in the
 *  running transaction, and sends it later; it never learns anything about a person. */
public interface ReferralNotifier {

    /** Someone who waits for a provider.
     *  @param answerUrl the one-time link
     *  @param email where the service reads its mail */
    record Notice(Referral referral, String answerUrl, String email) {}

    /** Asks for an answer.
     *  @return whether the link will reach the provider; if not, the sender is told it instead */
    boolean asked(Notice notice);

    /** Says once more that an answer is due. */
    void reminded(Notice notice);
}
