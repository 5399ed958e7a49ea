package seedbed.system;

/** A mirror that is asked without a front server: the tests speak to it as one that it trusts would. */
record DirectDeployment(int port, String context) implements Deployment {

    @Override
    public Http http() {
        return Http.to(port);
    }

    @Override
    public Http onBehalfOf(String address) {
        return http().with("X-Forwarded-For", address);
    }
}
