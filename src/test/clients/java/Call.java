import java.util.List;
import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.JSON;
import org.openapitools.client.api.ReferralsApi;
import org.openapitools.client.api.SearchApi;
import org.openapitools.client.model.ChildAge;
import org.openapitools.client.model.Client;
import org.openapitools.client.model.NewReferral;
import org.openapitools.client.model.PreviewRequest;
import org.openapitools.client.model.Problem;
import org.openapitools.client.model.RuleOutcome;
import org.openapitools.client.model.SearchRequest;
import org.openapitools.client.model.SearchWhere;

/** What an app does first, by the client of openapi-generator (java, native): one line for each answer. */
public final class Call {

    /** A call that is refused. */
    interface Refused {
        void run() throws ApiException;
    }

    private static ApiClient client(String server, String key) {
        var client = new ApiClient();
        client.updateBaseUri(server);
        if (key != null) {
            client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
        }
        return client;
    }

    private static Problem refusal(Refused call) throws Exception {
        try {
            call.run();
        } catch (ApiException e) {
            return JSON.getDefault().getMapper().readValue(e.getResponseBody(), Problem.class);
        }
        throw new IllegalStateException("was not refused");
    }

    private static String kind(Problem problem) {
        return problem.getStatus() + " " + problem.getType().replace("/problems/", "");
    }

    private static Client aged(int age) {
        return new Client().age(new ChildAge(age));
    }

    public static void main(String[] args) throws Exception {
        var search = new SearchApi(client(args[0], args[1]));
        var open = new SearchApi(client(args[0], null));
        var referrals = new ReferralsApi(client(args[0], args[1]));
        var service = UUID.fromString(args[2]);

        var where = new SearchWhere().place("Minneapolis, MN");
        var found = search.search(new SearchRequest().q("bed tonight").where(where).client(aged(20)), null);
        var hit = found.getHits().get(0);
        System.out.println("search " + hit.getMatch().getVerdict() + " " + hit.getService().getName());
        var suggested = search.suggest("nar", null, null, null, null, null);
        System.out.println("suggest " + suggested.get(0).getType() + " " + suggested.get(0).getId());
        var met = referrals.previewReferral(new PreviewRequest().serviceId(service).client(aged(10))).getMatch();
        var failed = met.getReasons().stream().filter(one -> one.getOutcome() == RuleOutcome.FAILED).findFirst();
        System.out.println("preview " + met.getVerdict() + " " + failed.orElseThrow().getAttribute());
        var refused = refusal(() -> referrals.sendReferral(new NewReferral().serviceId(service).client(aged(10)), null));
        System.out.println("refused " + kind(refused) + " " + !refused.getAlternatives().isEmpty());
        var sent = referrals.sendReferral(new NewReferral().serviceId(service).client(aged(20)), null);
        System.out.println("accepted " + sent.getStatus());
        var empty = refusal(() -> referrals.sendReferral(new NewReferral().serviceId(service).client(new Client()), null));
        System.out.println("empty " + kind(empty) + " " + empty.getErrors().get(0).getPointer());
        var unknown = refusal(() -> referrals.sendReferral(new NewReferral().serviceId(service).needs(List.of("bed")), null));
        System.out.println("unknown " + kind(unknown) + " " + unknown.getErrors().get(0).getPointer());
        var limited = refusal(() -> {
            for (int i = 0; i < 400; i++) {
                open.suggest("nar", null, null, null, null, null);
            }
        });
        System.out.println("limited " + kind(limited));
    }
}
