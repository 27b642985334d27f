package org.nowrongdoor.referral;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.server.LinkResolver;
import org.nowrongdoor.referral.person.AnswerTokens;
import org.nowrongdoor.referral.person.ClientCodes;
import org.nowrongdoor.referral.state.Referral;

/** What a referral leaves the house with: words for the person, a link for the provider. */
@Singleton
class ReferralLinks {

    private final ClientCodes codes;
    private final AnswerTokens links;
    private final ReferralNotifier notices;
    private final LinkResolver urls;

    ReferralLinks(ClientCodes codes, AnswerTokens links, ReferralNotifier notices, LinkResolver urls) {
        this.codes = codes;
        this.links = links;
        this.notices = notices;
        this.urls = urls;
    }

    /** Gives a new referral its words and its link, as far as they are kept. */
    void secure(Referral referral) {
        referral.codeDigest = codes.digest(referral.id);
        referral.linkDigest = links.digest(referral.id);
        referral.linkExpiresAt = referral.respondBy;
    }

    String code(Referral referral, String lang) {
        return codes.of(referral.id, lang);
    }

    /** The link to a referral, as complete as it is known. */
    String answerUrl(Referral referral) {
        return urls.resolve(links.path(referral.id)).toString();
    }

    /** Asks the provider for an answer, if it can be reached.
     *  @return whether it will learn the link */
    boolean ask(Referral referral, @Nullable String email) {
        return urls.findPublic(links.path(referral.id))
                .filter(url -> email != null && !email.isBlank())
                .map(url -> notices.asked(notice(referral, url, email)))
                .orElse(false);
    }

    /** Reminds the provider, if it can be reached. */
    void remind(Referral referral, @Nullable String email) {
        if (referral.linkMailed && email != null && !email.isBlank()) {
            urls.findPublic(links.path(referral.id)).ifPresent(url -> notices.reminded(notice(referral, url, email)));
        }
    }

    private ReferralNotifier.Notice notice(Referral referral, String url, @Nullable String email) {
        return new ReferralNotifier.Notice(referral, url, email == null ? "" : email);
    }
}
