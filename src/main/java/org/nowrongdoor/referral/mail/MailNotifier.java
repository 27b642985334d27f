package org.nowrongdoor.referral.mail;

import jakarta.inject.Singleton;
import org.nowrongdoor.mail.LinkMail;
import org.nowrongdoor.mail.Outbox;
import org.nowrongdoor.referral.ReferralNotifier;

/** Tells providers by mail, where an SMTP server is configured: a neutral subject, a link, nothing of the referral. */
@Singleton
class MailNotifier implements ReferralNotifier {

    private final Outbox outbox;

    MailNotifier(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public boolean asked(Notice notice) {
        return outbox.put(LinkMail.ANSWER, notice.email(), notice.answerUrl());
    }

    @Override
    public void reminded(Notice notice) {
        outbox.put(LinkMail.REMINDER, notice.email(), notice.answerUrl());
    }
}
