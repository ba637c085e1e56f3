import { assumption, interval } from '@archwright/kernel';

/** What a way of calling costs. */
export const apiBaseline = {
  vcpuMonth: assumption('one vCPU with its memory for a month', interval(20, 30, 45), 'USD/month', 'list prices a vCPU of general-purpose machines of the large providers: 25-37 USD'),
  jsonHop: assumption('CPU of one internal HTTP/JSON call, both ends', interval(0.0002, 0.0005, 0.001), 's', 'serialise, parse and handle on both ends; proxies alone take 0.02-0.1 ms'),
  grpcHop: assumption('CPU of one internal gRPC call, both ends', interval(0.0001, 0.0002, 0.0005), 's', 'binary encoding and one shared connection: less than half of JSON over HTTP'),
  graphqlRequest: assumption('CPU of planning and resolving one query', interval(0.0003, 0.001, 0.003), 's', 'parse, validate, resolve field by field'),
};
